"""Slack's settings, all from the environment.

- `SLACK_BOT_TOKEN` (xoxb-...): the app's bot token, from "OAuth & Permissions". Always needed.
- `SLACK_APP_TOKEN` (xapp-...): an app-level token with `connections:write`. Needed for Socket Mode.
- `SLACK_SIGNING_SECRET`: from "Basic Information". Needed to serve signed HTTP.
- `SLACK_API_URL`: where the Web API is, `https://slack.com/api/` unless told otherwise.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from adapters.settings import SettingError

API_URL = "https://slack.com/api/"


@dataclass(frozen=True, slots=True)
class Settings:
    """How to reach Slack and prove who we are. Secrets stay out of the repr."""

    bot_token: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    api_url: str = API_URL

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> Settings:
        """Read the `SLACK_*` variables; blanks around a pasted token are dropped."""
        env = os.environ if env is None else env
        url = env.get("SLACK_API_URL", "").strip() or API_URL
        return cls(
            bot_token=env.get("SLACK_BOT_TOKEN", "").strip(),
            app_token=env.get("SLACK_APP_TOKEN", "").strip(),
            signing_secret=env.get("SLACK_SIGNING_SECRET", "").strip(),
            api_url=url if url.endswith("/") else f"{url}/",
        )

    def for_socket(self) -> Settings:
        """These settings, once they suffice for Socket Mode.

        Raises:
            SettingError: a token is missing or is the wrong kind of token.
        """
        self._bot()
        if not self.app_token:
            raise SettingError(
                "Set SLACK_APP_TOKEN to an app-level token (xapp-...) with connections:write: "
                'in your Slack app, "Basic Information", "App-Level Tokens".'
            )
        if not self.app_token.startswith("xapp-"):
            raise SettingError("SLACK_APP_TOKEN should start with xapp-: it is the app-level token.")
        return self

    def for_http(self) -> Settings:
        """These settings, once they suffice for signed HTTP.

        Raises:
            SettingError: the bot token or the signing secret is missing.
        """
        self._bot()
        if not self.signing_secret:
            raise SettingError(
                "Set SLACK_SIGNING_SECRET to your Slack app's signing secret: "
                '"Basic Information", "App Credentials".'
            )
        return self

    def _bot(self) -> None:
        if not self.bot_token:
            raise SettingError(
                "Set SLACK_BOT_TOKEN to your Slack app's bot token (xoxb-...): "
                '"OAuth & Permissions", after installing the app.'
            )
        if not self.bot_token.startswith("xox"):
            raise SettingError("SLACK_BOT_TOKEN should start with xoxb-: it is the bot token.")
