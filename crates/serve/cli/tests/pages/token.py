"""Sets up at an empty journal, starts a simulated year with a letter, and prints a token of the API."""

import http.cookiejar
import os
import re
import sys
import urllib.parse
import urllib.request

BASE, LETTER, AGENCY, CODE, SCOPE = sys.argv[1:]
NAME = os.path.basename(LETTER)
COOKIES = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
OPENER = urllib.request.build_opener(COOKIES)


def page(address):
    with OPENER.open(BASE + address) as answer:
        return answer.geturl().removeprefix(BASE), answer.read().decode()


def sent(address, body, kind):
    request = urllib.request.Request(BASE + address, data=body, headers={"content-type": kind, "origin": BASE})
    with OPENER.open(request) as answer:
        return answer.geturl().removeprefix(BASE), answer.read().decode()


def token_of(address):
    return re.search(r'name="token" value="([^"]*)"', page(address)[1]).group(1)


def form(where, address, **fields):
    fields["token"] = token_of(where)
    return sent(address, urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded")


def upload(path):
    token, text = token_of("/"), open(path, "rb").read()
    head = '--grense\r\ncontent-disposition: form-data; name="{}"{}\r\n\r\n'
    fields = head.format("token", "") + token + "\r\n" + head.format("file", f'; filename="{NAME}"')
    body = fields.encode() + text + b"\r\n--grense--\r\n"
    return sent("/letters", body, "multipart/form-data; boundary=grense")[0]


form("/set-up", "/set-up", name="Kari", agency=AGENCY, login="kari", password="fjorden er blank i dag", code=CODE)
reading = upload(LETTER)
form(reading, reading.split("?")[0] + "/start", file=NAME, simulated="1")
made = form("/account", "/account/tokens", label="schemathesis", scope=SCOPE, until="")[1]
print(re.findall(r"<code>([0-9a-f]{64})", made)[-1])
