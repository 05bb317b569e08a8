// Makes one document for print out of several pages of the site, in the page of the first of them: notes become
// endnotes of their article, what folds stands open, links lead within the document, to what is bound with it, or out.
async ({ paths, known, made, running, words, numbers, pageOf, css }) => {
  const first = document.querySelector("#content");
  const holder = first.parentElement;
  const root = new URL(paths[0].split("/").slice(1).map(() => "..").join("/") || ".", location.href);
  const base = root.href.endsWith("/") ? root.href : `${root.href}/`;
  const published = document.querySelector("link[rel=canonical]")?.href;
  const place = published ? published.slice(0, published.length - paths[0].replace(/index\.html$/, "").length) : "";
  if (made !== null) {
    first.innerHTML = made;
    first.className = "md-content__inner md-typeset dossier dossier--paper";
  }
  const pages = [...document.querySelectorAll("#content")];
  for (const path of paths.slice(1)) {
    const html = await (await fetch(base + path)).text();
    pages.push(document.importNode(new DOMParser().parseFromString(html, "text/html").querySelector("#content"), true));
  }

  // Notes go to the end of their text, in the order of their numbers.
  const endnotes = (page) => {
    const notes = [...page.querySelectorAll(":scope > aside.note:has(.note-number)")];
    if (!notes.length) return;
    const section = document.createElement("section");
    section.className = "endnotes";
    section.setAttribute("role", "doc-endnotes");
    section.innerHTML = "<h2></h2>";
    section.firstChild.textContent = words.notes;
    const texts = page.querySelectorAll(":scope > [data-src], :scope > :has([data-src])");
    (texts[texts.length - 1] ?? page.lastElementChild).after(section);
    for (const note of notes) {
      const number = note.querySelector(".note-number");
      const back = note.querySelector("a.note-back");
      if (back && number) {
        const link = document.createElement("a");
        link.href = back.getAttribute("href");
        link.textContent = number.textContent;
        number.replaceChildren(link);
      }
      section.append(note);
    }
  };

  // Where an address leads on paper: an address to keep, or null.
  const leads = (href, path, key) => {
    const url = new URL(href, base + path);
    if (url.protocol === "paper:") return url.href;
    if (!url.href.startsWith(base)) return /^https?:$/.test(url.protocol) ? url.href : null;
    const target = decodeURI(url.href.slice(base.length)).replace(/[?#].*$/, "").replace(/(^|\/)$/, "$1index.html");
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (target === path) return anchor ? `#${key}.${anchor}` : null;
    const beside = paths.indexOf(target);
    if (beside >= 0) return anchor ? `#s${beside}.${anchor}` : `#s${beside}`;
    if (known.includes(target)) return base + target + url.hash;
    return place ? place + target.replace(/index\.html$/, "") + url.hash : null;
  };

  pages.forEach((page, at) => {
    const [path, key] = [paths[at], `s${at}`];
    page.querySelectorAll("script, .edit-hint, .before-after, .article-steps").forEach((e) => e.remove());
    page.querySelectorAll("details").forEach((e) => { e.open = true; });
    endnotes(page);
    page.querySelectorAll("[id]:not(svg [id], svg)").forEach((e) => { e.id = `${key}.${e.id}`; });
    page.id = key;
    page.querySelectorAll("[aria-details]").forEach((e) => e.removeAttribute("aria-details"));
    for (const link of page.querySelectorAll("a[href]")) {
      const listed = link.closest(".dossier-card, .apparatus") && "#listed";
      const to = leads(link.getAttribute("href") + (listed && !link.hash ? listed : ""), path, key);
      const target = new URL(link.getAttribute("href"), base + path).href.slice(base.length).replace(/[?#].*$/, "");
      if (to === null) link.removeAttribute("href");
      else link.setAttribute("href", to);
      link.toggleAttribute("data-inside", to === null || !/^https?:/.test(to) || to.startsWith(base));
      // On paper a link is a number of a page.
      if (target !== path && target in pageOf && link.closest(".note, .apparatus, .timeline")) {
        const number = document.createElement("span");
        number.className = "page-number";
        number.textContent = ` ${words.page.replace("{page}", pageOf[target])}`;
        link.append(number);
      }
    }
    page.querySelectorAll("img[src]").forEach((e) => { e.src = new URL(e.getAttribute("src"), base + path).href; });
    (at ? page : document.body).style.page = key;
    if (at) holder.append(page);
  });
  // Where the anchor is not there, the beginning of its page is.
  for (const link of holder.querySelectorAll('a[href^="#"]')) {
    const id = link.getAttribute("href").slice(1);
    if (!document.getElementById(id)) link.setAttribute("href", `#${id.split(".")[0]}`);
  }

  const text = (words) => `"${words.replace(/\p{Cc}/gu, " ").replace(/["\\]/g, "\\$&")}"`;
  const look = getComputedStyle(first);
  const box = `font: 8pt/1.3 ${getComputedStyle(document.body).fontFamily || look.fontFamily}; color: #444;`;
  const number = numbers.roman ? "counter(page, lower-roman)" : "counter(page)";
  const sheets = pages.map((_, at) => `@page s${at} {
    @top-left { content: ${text(running.left)}; white-space: nowrap; ${box} }
    @top-right { content: ${text(running.right[at] ?? "")}; white-space: nowrap; ${box} }
    @bottom-center { content: ${number}; ${box} }
  }`);
  const style = document.createElement("style");
  style.textContent = `${css}
    html { counter-reset: page ${numbers.first - 1}; }
    @page { size: A4; margin: 22mm 22mm 20mm; }
    ${sheets.join("\n")}
    ${numbers.silent ? "@page s0:first { @top-left { content: none } @top-right { content: none } @bottom-center { content: none } }" : ""}`;
  document.head.append(style);
  document.documentElement.classList.add("paper");
  await document.fonts.ready;
}
