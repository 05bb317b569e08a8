"""How good and how dear the program is: ``eval`` against gold, ``bench`` against a plain site, ``audit`` of pages."""
