"""Backups made while everybody works; one of them is put back and looked at."""
import contextlib
import re
import threading

from essaim import run


@contextlib.contextmanager
def backups(town):
    """One after the other from `with` to its end, three kept; then the last is rehearsed."""
    folder, over, made, faults = town.folder / "backups", threading.Event(), [], []
    folder.mkdir(mode=0o700)

    def work():
        while not faults and not (made and over.is_set()):
            try:
                made.append(town.runs("backup", "--to", str(folder), "--keep", "3"))
            except (AssertionError, OSError) as fault:
                faults.append(fault)
            over.wait(5)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
    assert faults == [] and len(made) > 1, (faults, made)
    kept = sorted(folder.glob("*.backup"))
    assert len(kept) == min(3, len(made))
    place = ["--data", str(town.data)] + (["--database", town.database] if town.database else [])
    rehearsed = run("restore", str(kept[-1]), "--verify", *place, timeout=120, **town.calendar.settings)
    assert rehearsed.returncode == 0, rehearsed.stdout + rehearsed.stderr
    assert "cette sauvegarde se restaure" in rehearsed.stdout
    assert re.search(r"\b2 pièces ouvertes", rehearsed.stdout.replace("\u00a0", " ")), rehearsed.stdout
    assert list(folder.glob("*.essai-*")) == []
