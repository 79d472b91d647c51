"""Keys act in the order they were typed, however fast.

Textual puts a key into the queue of the widget that has the focus when the key arrives, before the keys typed earlier
have done what they do: the letters of a fast `/word` would reach the list as commands. Here a key waits until the one
before it has been answered to the end, messages and new screens included.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual.events import Event, Key, Paste

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump
    from textual.timer import Timer

LONGEST_ANSWER = 1.0
"""Seconds after which what was typed behind Enter no longer waits for a search to answer."""

LONGEST_HOLD = 5.0
"""Seconds after which a key that is never heard of again no longer holds up the others."""

ROUNDS = 3
"""A key, the message it is answered by, and the message that one is answered by."""


class TypeAhead:
    """What was typed and has not been acted on yet."""

    def __init__(self, app: App[None], act: Callable[[Event], Awaitable[None]], waiting: Callable[[], bool]) -> None:
        """`act` has a key acted on; `waiting` says whether what it asked for is still being worked out."""
        self._app = app
        self._act = act
        self._waiting = waiting
        self._held: deque[Event] = deque()
        self._followed = False
        self._answering = False
        """Whether the last key has been followed to its end and only its answer is waited for."""
        self._number = 0
        self._timer: Timer | None = None

    @property
    def holds(self) -> bool:
        """Whether something typed waits for its turn."""
        return bool(self._held)

    async def take(self, event: Event) -> None:
        """A key was pressed or something pasted: it acts now, or when it is its turn."""
        if self._followed:
            self._held.append(event)
            if self._timer is None:
                self._let_go_in(LONGEST_ANSWER if self._answering else LONGEST_HOLD)
        else:
            await self._do(event)

    def follow(self, target: MessagePump) -> None:
        """Hold everything until `target` has done all that it was given to do so far, and what came of it."""
        self._followed, self._answering = True, False
        self._number += 1
        self._climb(target, ROUNDS, self._number)

    async def answered(self) -> None:
        """What was waited for is here."""
        if self._answering:
            await self._go_on()

    async def _do(self, event: Event) -> None:
        target = self._app.focused or self._app.screen
        await self._act(event)
        # A field writes its letters in the order they come: no need to wait for each.
        written = isinstance(event, Paste) or (isinstance(event, Key) and event.is_printable)
        if not (written and getattr(target, "takes_letters", False)):
            self.follow(target)

    def _climb(self, at: MessagePump | None, rounds: int, number: int) -> None:
        """Go the way of a key, behind it: from the widget that gets it up to the app, where it is a command."""
        while at is not None and not at.call_later(self._climbed, at, rounds, number):
            # It has been closed: what is left of the way is its screen and the app.
            at = at._parent

    async def _climbed(self, at: MessagePump, rounds: int, number: int) -> None:
        if number != self._number:
            return
        if at is not self._app:
            self._climb(at._parent or self._app, rounds, number)
        elif rounds > 1:
            # The focus may be elsewhere by now; a new screen takes this when it has been set up.
            self._climb(self._app.focused or self._app.screen, rounds - 1, number)
        elif self._waiting():
            self._answering = True
            self._let_go_in(LONGEST_ANSWER)
        else:
            await self._go_on()

    def _let_go_in(self, seconds: float) -> None:
        self._stop_timer()
        self._timer = self._app.set_timer(seconds, self._go_on)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    async def _go_on(self) -> None:
        """The key has been answered: the next ones are acted on, up to one that has to be followed."""
        self._stop_timer()
        self._followed = self._answering = False
        self._number += 1
        while self._held and not self._followed:
            await self._do(self._held.popleft())
        if self._held:
            self._let_go_in(LONGEST_HOLD)
