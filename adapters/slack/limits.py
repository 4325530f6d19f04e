"""What Slack allows in one message or form, each limit named once. Lengths are characters."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Slack's limits, as its Block Kit and messaging references give them."""

    blocks_per_message: int = 50
    blocks_per_modal: int = 100
    markdown: int = 12_000
    """All `markdown` blocks of one message together."""
    message: int = 13_200
    """All blocks of one message as JSON, before `msg_blocks_too_long`; measured, not documented."""
    fallback: int = 3_000
    """Our own, under the 4,000 Slack advises for `text`: it feeds notifications and screen readers."""
    elements_per_actions: int = 25
    button_text: int = 75
    button_value: int = 2_000
    action_id: int = 255
    options: int = 100
    option_text: int = 75
    option_value: int = 150
    placeholder: int = 150
    modal_title: int = 24
    modal_button: int = 24
    label: int = 2_000
    callback_id: int = 255
    input: int = 3_000
    private_metadata: int = 3_000
    response_url_uses: int = 5
    command_name: int = 32
    command_summary: int = 2_000
    usage_hint: int = 1_000
    app_name: int = 35
    app_summary: int = 140


LIMITS = Limits()
