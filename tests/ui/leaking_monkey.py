"""A program: the monkey at a window that keeps a text and a control with every act, to be found out."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QWidget

from tests.ui.monkey import memory, running
from tests.ui.monkey.acts import Act
from tests.ui.monkey.hands import Hands
from tests.ui.monkey.process import Plan, inside

BYTES = 100_000
kept: list[object] = []


class LeakingHands(Hands):
    """Does what they are told, and never let go."""

    def do(self, act: Act) -> None:
        """Do an act, and keep what nobody needs."""
        super().do(act)
        kept.extend((b"x" * BYTES, QWidget()))


if __name__ == "__main__":
    memory.WARM, running.WARMING, running.Hands = 0, (), LeakingHands
    _, _, journal, _, actions, _, seed = sys.argv
    sys.exit(inside(Plan(Path(journal), int(actions), int(seed))))
