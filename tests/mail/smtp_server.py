#!/usr/bin/env python3
"""smtp_server.py FOLDER plain|starttls: a mail server on loopback for tests. Prints its port."""
import asyncio
import pathlib
import signal
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

HERE = pathlib.Path(__file__).resolve().parent
ANSWERS = {"refused": "550 5.1.1 No such mailbox", "busy": "452 4.2.2 Try again later"}


class Keeper:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = ANSWERS.get(address.split("@")[0])
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].split("@")[0]
        if name == "unwanted":
            return "554 5.7.1 Not wanted"
        self.count += 1
        (self.folder / f"{self.count:05}.eml").write_bytes(envelope.content)
        if name == "lost":
            server.transport.abort()
        return "250 OK"


def sign_in(server, session, envelope, mechanism, data):
    is_right = data.login == b"baocao" and data.password == "mật khẩu đúng".encode()
    return AuthResult(success=is_right)


async def main(folder, mode):
    options = {"hostname": "localhost", "enable_SMTPUTF8": False}
    if mode == "starttls":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(HERE / "server.pem", HERE / "server.key")
        options.update(tls_context=context, require_starttls=True, authenticator=sign_in, auth_required=True)
    keeper = Keeper(folder)
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(keeper, **options), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    await stopped.wait()
    server.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
