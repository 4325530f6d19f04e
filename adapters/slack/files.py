"""Files that a person shared: fetched with the app's token, within bounds, and handed on unread.

The token goes to Slack alone: an address elsewhere is not asked, a redirection is not followed. Without the
scope `files:read` Slack answers with its sign-in page instead of the file, which is no file either.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from slack_sdk.web.async_client import AsyncWebClient

from adapters.refused import refused
from adapters.slack.quiet import kind, log
from bot.offers.documents import LARGEST
from bot.turn import Reply, Uploaded

MOST: Final = 3
"""Files of one message that are read."""
_OK: Final = 200
_STEP: Final = 65_536


async def fetch(client: AsyncWebClient, file: Mapping[str, Any]) -> Uploaded | Reply:
    """One file of a message, or what to say where it cannot be had. Its size is looked at first."""
    try:
        return await _fetch(client, file)
    except Exception as error:  # whatever is wrong with the network or the answer, the person is told
        log.warning("a file could not be fetched: %s", kind(error))
        return refused("no_access")


async def _fetch(client: AsyncWebClient, file: Mapping[str, Any]) -> Uploaded | Reply:
    if file.get("file_access") == "check_file_info":  # shared from another workspace: only its id is told
        found = (await client.files_info(file=str(file.get("id") or ""))).get("file")
        file = found if isinstance(found, Mapping) else {}
    if int(file.get("size") or 0) > LARGEST:
        return refused("too_large")
    url = str(file.get("url_private_download") or file.get("url_private") or "")
    if not _is_slacks(url, client.base_url) or client.session is None:
        return refused("no_access")
    type_ = str(file.get("mimetype") or "")
    content = bytearray()
    async with client.session.get(
        url, headers={"Authorization": f"Bearer {client.token}"}, allow_redirects=False
    ) as answer:
        if answer.status != _OK or (answer.content_type == "text/html" and "html" not in type_):
            log.warning("a file was not handed over: has the app the scope files:read? (%d)", answer.status)
            return refused("no_access")
        async for step in answer.content.iter_chunked(_STEP):
            content += step
            if len(content) > LARGEST:
                return refused("too_large")
    return Uploaded(str(file.get("name") or ""), type_, bytes(content))


def _is_slacks(url: str, api: str) -> bool:
    """Whether an address is that of the API we speak to, or of a host under it ("files.slack.com")."""
    asked, ours = urlsplit(url), urlsplit(api)
    if asked.scheme != ours.scheme or not asked.hostname or not ours.hostname:
        return False
    under = asked.hostname.endswith(f".{ours.hostname}") and asked.port == ours.port
    return asked.netloc == ours.netloc or under
