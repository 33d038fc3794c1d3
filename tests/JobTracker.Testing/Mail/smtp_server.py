"""A real SMTP server on loopback for tests: aiosmtpd, which knows nothing of this project, and Python's own parser for what comes in.

One JSON object as argument; one JSON object per line on standard output. A line on standard input lets go what is held.
The recipient's name says what happens: bounce@ is refused, busy@ is refused for now the first time, spam@ is refused after its text,
hold@ is taken only when the test says so, stall@ is held before its text.
"""

import asyncio
import email
import email.policy
import json
import ssl
import sys

try:
    from aiosmtpd.smtp import SMTP, AuthResult
except ModuleNotFoundError:
    sys.exit("aiosmtpd is missing: apt-get install python3-aiosmtpd")

settings = json.loads(sys.argv[1])
letting_go = asyncio.Event()
seen_busy = set()


def tell(**event):
    print(json.dumps(event), flush=True)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0].split(".")[0]
        if name == "bounce":
            return "550 5.1.1 No such mailbox here: " + address
        if name == "busy" and address not in seen_busy:
            seen_busy.add(address)
            return "451 4.7.1 Come back later"
        if name == "closing":
            return "421 4.3.2 Shutting down"
        if name == "stall":
            await hold(address)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].split("@")[0].split(".")[0]
        if name == "spam":
            return "554 5.7.1 We do not like this"
        if name == "hold":
            await hold(envelope.rcpt_tos[0])
        tell(event="mail", encrypted=server.transport.get_extra_info("sslcontext") is not None, user=user_of(session), **read(envelope))
        return "250 OK"


async def hold(address):
    if not letting_go.is_set():
        tell(event="held", to=address)
        await letting_go.wait()


def user_of(session):
    return session.auth_data.login.decode() if session.authenticated else None


def read(envelope):
    mail = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
    return {
        "sender": envelope.mail_from,
        "recipients": envelope.rcpt_tos,
        "headers": [[name, str(value)] for name, value in mail.items()],
        "type": mail.get_content_type(),
        "parts": [{"type": part.get_content_type(), "text": part.get_content()} for part in mail.iter_parts()],
        "defects": [str(defect) for part in mail.walk() for defect in part.defects],
        "longest_line": max(len(line) for line in envelope.original_content.split(b"\r\n")),
        "is_ascii": envelope.original_content.isascii(),
    }


def authenticate(server, session, envelope, mechanism, data):
    good = data.login.decode() == settings["user"] and data.password.decode() == settings["password"]
    return AuthResult(success=good, handled=False, auth_data=data)


def protocol(context):
    with_sign_in = {}
    if settings.get("user"):
        with_sign_in = {
            "authenticator": authenticate,
            "auth_required": True,
            "auth_require_tls": settings["mode"] == "starttls",
            "auth_exclude_mechanism": settings.get("without", []),
        }
    return SMTP(
        Handler(),
        hostname="mail.test",
        tls_context=context if settings["mode"] == "starttls" else None,
        require_starttls=settings["mode"] == "starttls",
        **with_sign_in,
    )


async def serve():
    context = None
    if settings["mode"] != "plain":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(settings["certificate"], settings["key"])
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: protocol(context),
        "127.0.0.1",
        settings["port"],
        ssl=context if settings["mode"] == "tls" else None,
    )
    tell(event="listening", port=server.sockets[0].getsockname()[1])
    while await loop.run_in_executor(None, sys.stdin.readline):
        letting_go.set()


asyncio.run(serve())
