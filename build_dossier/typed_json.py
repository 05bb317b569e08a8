"""Frozen dataclasses as JSON and back, checked against the types that they declare.

Comes in: a dataclass of strings, numbers, enumerations, literals, tuples, sets of strings, mappings and such
dataclasses. Goes out: lists and plain values; and the same value again, or a ``ValueError`` where something else
stands. Nothing that is read can make anything but values of the declared types.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Reader = Callable[[Any], Any]

_PLAIN = (str, int, float, bool, NoneType)


def plain(value: object) -> object:
    """The value as JSON writes it: a dataclass is the list of its fields in their order.

    Raises:
        TypeError: a value of a kind that cannot be read back.
    """
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(plain(item) for item in value)  # type: ignore[type-var]  # strings; others cannot be ordered
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return [plain(getattr(value, name)) for name in _names(type(value))]
    raise TypeError(f"{type(value).__name__} has no form in JSON")


@lru_cache(maxsize=256)
def reader(kind: Any) -> Reader:
    """What makes a value of ``kind`` of the plain one; it raises ``ValueError`` when that is not the form of one.

    Raises:
        TypeError: values of this kind cannot be read back.
    """
    if kind in _PLAIN:
        return _exactly(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _one_of({member.value: member for member in kind})
    if is_dataclass(kind):
        return _record(kind)
    return _of_parameters(kind, get_origin(kind), get_args(kind))


def _of_parameters(kind: Any, origin: Any, arguments: tuple[Any, ...]) -> Reader:
    if origin is Literal:
        return _one_of({value: value for value in arguments})
    if origin in {Union, UnionType} and len(arguments) == 2 and NoneType in arguments:
        return _perhaps(reader(next(kind for kind in arguments if kind is not NoneType)))
    if (origin is tuple and arguments[1:] == (Ellipsis,)) or (origin is frozenset and arguments == (str,)):
        return _series(origin, reader(arguments[0]))
    if origin is tuple and Ellipsis not in arguments:
        return _row(tuple(reader(argument) for argument in arguments))
    if origin is Mapping and arguments[0] is str:
        return _by_name(reader(arguments[1]))
    raise TypeError(f"{kind} has no form in JSON that can be read back")


@lru_cache(maxsize=256)
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _exactly(kind: type) -> Reader:
    def read(value: object) -> object:
        if type(value) is not kind:
            raise ValueError(f"{value!r} where {kind.__name__} is declared")
        return value

    return read


def _one_of(values: Mapping[object, object]) -> Reader:
    def read(value: object) -> object:
        if isinstance(value, (list, dict)) or value not in values:
            raise ValueError(f"{value!r} is not one of {tuple(values)}")
        return values[value]

    return read


def _perhaps(inner: Reader) -> Reader:
    return lambda value: None if value is None else inner(value)


def _series(kind: type, inner: Reader) -> Reader:
    def read(value: object) -> object:
        if type(value) is not list:
            raise ValueError(f"{value!r} where a list is declared")
        return kind([inner(item) for item in value])

    return read


def _row(inner: tuple[Reader, ...]) -> Reader:
    def read(value: object) -> object:
        if type(value) is not list or len(value) != len(inner):
            raise ValueError(f"{value!r} where a list of {len(inner)} is declared")
        return tuple(one(item) for one, item in zip(inner, value, strict=True))

    return read


def _by_name(inner: Reader) -> Reader:
    def read(value: object) -> object:
        if type(value) is not dict:
            raise ValueError(f"{value!r} where values by name are declared")
        return {name: inner(item) for name, item in value.items()}

    return read


def _record(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    names = _names(kind)
    readers = tuple((name, reader(hints[name])) for name in names)

    def read(value: object) -> object:
        if type(value) is not list or len(value) != len(readers):
            raise ValueError(f"{value!r} where {kind.__name__} is declared")
        return kind(**{name: inner(item) for (name, inner), item in zip(readers, value, strict=True)})

    return read
