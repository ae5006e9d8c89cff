"""Work off the GUI thread: it ends once, on the GUI thread, as it should."""

from threading import Event, get_ident

from pytestqt.qtbot import QtBot

from generators.progress import Progress
from ui.tasks import Task, Tasks, Urgency
from ui.turns import Turns


def test_the_work_runs_elsewhere_and_its_end_is_told_here(qtbot: QtBot) -> None:
    tasks = Tasks()
    ends: list[tuple[int, int]] = []

    def done(thread: int) -> None:
        ends.append((thread, get_ident()))

    tasks.start(lambda _progress: get_ident(), done)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert len(ends) == 1
    assert ends[0][0] != ends[0][1] == get_ident()


def test_a_failure_is_told_and_not_raised(qtbot: QtBot) -> None:
    tasks = Tasks()
    told: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise ValueError("odd")

    task = tasks.start(work, lambda _result: None)
    task.failed.connect(told.append)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert [str(error) for error in told] == ["odd"]


def test_a_cancelled_task_stops_at_its_next_step_and_gives_no_result(qtbot: QtBot) -> None:
    tasks = Tasks()
    begun, go_on = Event(), Event()
    results: list[str] = []
    ends: list[str] = []

    def work(progress: Progress) -> str:
        begun.set()
        go_on.wait(5)
        progress.step(0.5, "")
        return "too late"

    task = tasks.start(work, results.append)
    task.cancelled.connect(lambda: ends.append("cancelled"))
    assert begun.wait(5)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert (results, ends) == ([], ["cancelled"])


def test_waiting_work_is_done_by_its_urgency(qtbot: QtBot) -> None:
    tasks = Tasks()
    go_on = Event()
    order: list[str] = []
    tasks.start(lambda _progress: go_on.wait(5), lambda _result: None)
    tasks.start(lambda _progress: "background", order.append, Urgency.BACKGROUND)
    tasks.start(lambda _progress: "page", order.append, Urgency.PAGE)
    go_on.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert order == ["page", "background"]


def test_closing_stops_what_waits(qtbot: QtBot) -> None:
    tasks = Tasks()
    results: list[int] = []
    started: list[Task] = [tasks.start(lambda _progress: 1, results.append) for _number in range(3)]
    tasks.close()
    assert all(task.stopping for task in started)
    qtbot.waitUntil(lambda: not tasks.busy)


def test_turns_are_taken_in_order_and_a_defect_spoils_only_its_own(qtbot: QtBot) -> None:
    turns = Turns()
    done: list[str] = []

    def fail() -> None:
        raise ValueError("odd")

    with qtbot.captureExceptions() as caught:
        turns.soon(lambda: done.append("a"), fail, lambda: done.append("b"))
        turns.through(done.append(letter) for letter in "cd")
        assert done == []
        qtbot.waitUntil(lambda: not turns.busy)
    assert done == ["a", "b", "c", "d"]
    assert len(caught) == 1
