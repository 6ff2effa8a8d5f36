"""Requests that cannot be made to wait, to fill memory, or to reach into a private network.

The one module that imports httpcore. A host's name is looked up here, every address it has must be a public one, and
the connection goes to the very address that was looked at, so that a name cannot mean another the second time.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.errors import DragomanError
from dragoman.linkcheck.answers import Answer, Method, NoAnswerError

try:
    import httpcore
except ImportError as error:
    raise DragomanError(
        "to ask for addresses, the package httpcore is needed", hint='pip install "dragoman[links]"'
    ) from error

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """How to ask. Times are in seconds: ``patience`` for one request as a whole, however little comes at a time."""

    user_agent: str
    patience: float = 20
    allow_private: bool = False
    trust: ssl.SSLContext = field(default_factory=httpcore.default_ssl_context)

    def ask(self, method: Method, url: str, *, wanted: int = 0) -> Answer:
        """One request, no redirect followed; at most ``wanted`` bytes of the body. Raises NoAnswerError.

        ``url`` is in ASCII (see ``spelling``).
        """
        headers: dict[bytes | str, bytes | str] = {
            "User-Agent": self.user_agent,
            "Accept": "text/html,*/*;q=0.8",
            "Accept-Encoding": "gzip, identity",
        }
        backend = _Backend(time.monotonic() + self.patience, allow_private=self.allow_private)
        try:
            with (
                httpcore.ConnectionPool(ssl_context=self.trust, network_backend=backend) as pool,
                pool.stream(method, url, headers=headers, extensions={"timeout": _each(self.patience)}) as response,
            ):
                received = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
                body = _read(response.iter_stream(), wanted) if wanted and method == "GET" else b""
        except (httpcore.TimeoutException, TimeoutError):
            raise NoAnswerError("timeout", f"no answer within {self.patience:g} seconds") from None
        except httpcore.ConnectError as error:
            raise _explain_connection(error) from None
        except httpcore.NetworkError as error:
            raise NoAnswerError("connection", f"the connection broke off: {str(error) or 'no reason given'}") from None
        except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
            raise NoAnswerError("protocol", f"the answer is not proper HTTP: {error}") from None
        return Answer(status=response.status, headers=received, body=_decode(body, received, wanted))


def _each(seconds: float) -> dict[str, float]:
    return dict.fromkeys(("connect", "read", "write", "pool"), seconds)


def _read(chunks: Iterable[bytes], wanted: int) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) >= wanted:
            break
    return bytes(body[:wanted])


def _decode(body: bytes, headers: Mapping[str, str], wanted: int) -> bytes:
    match headers.get("content-encoding", "").strip().lower():
        case "gzip" | "x-gzip":
            try:  # what was cut off is decoded as far as it goes, and never to more than was wanted
                return zlib.decompressobj(wbits=31).decompress(body, max(wanted, 1))
            except zlib.error:
                return b""
        case "" | "identity":
            return body
        case _:
            return b""


def _explain_connection(error: Exception) -> NoAnswerError:
    cause = error.__cause__ or error.__context__ or error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return NoAnswerError("tls", f"its certificate cannot be trusted: {cause.verify_message}")
    if isinstance(cause, ssl.SSLError):
        return NoAnswerError("tls", f"no secure connection: {cause.reason or cause}")
    reason = cause.strerror if isinstance(cause, OSError) and cause.strerror else str(cause)
    return NoAnswerError("connection", f"no connection: {reason.lower()}")


def is_public(address: str) -> bool:
    """Whether an IP address is one that anybody on the internet could ask, also where it wraps up an IPv4 one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
        if ip.teredo:
            inner = ip.teredo[1]
        if inner is not None:
            ip = inner
    return ip.is_global and not ip.is_multicast


def _look_up(host: str, port: int, *, allow_private: bool) -> str:
    """An address of the host. Raises NoAnswerError if it has none, or any that is not public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno in {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}:
            raise NoAnswerError("no-such-host", f"there is no site {host}") from None
        raise NoAnswerError("connection", f"{host} cannot be looked up now") from None
    except (UnicodeError, OSError):
        raise NoAnswerError("no-such-host", f"{host} is not the name of a site") from None
    addresses = [str(entry[4][0]) for entry in found]
    private = [address for address in addresses if not is_public(address)]
    if private and not allow_private:
        raise NoAnswerError("private", f"{host} lies in a private network ({private[0]}), so it was not asked")
    return addresses[0]


class _Backend(httpcore.NetworkBackend):
    """Connects to addresses that were looked at, until a moment that holds for everything on the connection."""

    def __init__(self, until: float, *, allow_private: bool) -> None:
        self._until = until
        self._allow_private = allow_private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the signature is httpcore's
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        address = _look_up(host, port, allow_private=self._allow_private)
        left = _left(self._until)
        stream = self._inner.connect_tcp(address, port, left, local_address, socket_options)
        return _Stream(stream, self._until)


class _Stream(httpcore.NetworkStream):
    """A connection that ends at a moment, whatever is asked of it."""

    def __init__(self, stream: httpcore.NetworkStream, until: float) -> None:
        self._stream = stream
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - httpcore's signature
        return self._stream.read(max_bytes, _left(self._until))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - httpcore's signature
        self._stream.write(buffer, _left(self._until))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - httpcore's signature
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, _left(self._until)), self._until)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout
    return left
