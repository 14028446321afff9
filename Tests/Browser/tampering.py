"""What someone may do to the SQLite file of a stopped server, and how `essaim journal verify` names it."""
import hashlib

# An entry that has everything: a person, a demand, a network, an act.
ANSWER = "leaf = (SELECT max(leaf) FROM history WHERE action = 'request.answer')"
OTHER_PERSON = "(SELECT id FROM people p WHERE p.id <> h.person_id ORDER BY id LIMIT 1)"
# Of a journal that is gone.
FOREIGN_KEY = "localhost:39123/journal+49241231+AfS5IQMaWk+4Icuj0BFHUDbVGjXFabjSG4j0MNtcob83"

# Each: what was done, its statements, what is said. The entries named stand in the first bundle (full), in the second
# one, and where one meets the other.
FAULTS = [
    ("a payload is changed",
     [f"UPDATE history SET payload = replace(payload, '\"version\":', '\"version\":1') WHERE {ANSWER}"],
     "a été modifiée"),
    ("an answer is changed where its receipt reads it",
     [f"UPDATE history SET record = replace(record, 'text', 'test') WHERE {ANSWER}"],
     "porte un acte qui n’est pas le sien"),
    ("a salt is changed", ["UPDATE history SET salt = randomblob(32) WHERE leaf = 255"],
     "l’inscription 255, .* a été modifiée"),
    ("an entry is backdated by a minute", ["UPDATE history SET at = at - 60000 WHERE leaf = 256"],
     "l’inscription 256, .* n’est pas celle que le journal a scellée"),
    ("an entry is backdated within its minute",
     ["UPDATE history SET at = at - at % 60000 + (at + 1) % 60000 WHERE leaf = 12"],
     "l’inscription 12, .* porte des colonnes qui ne sont pas ses mots"),
    ("a person is replaced",
     [f"UPDATE history AS h SET person_id = {OTHER_PERSON} WHERE {ANSWER}"],
     "porte des colonnes qui ne sont pas ses mots"),
    ("an action is replaced", ["UPDATE history SET action = 'request.view' WHERE action = 'request.take'"],
     "porte des colonnes qui ne sont pas ses mots"),
    ("a refusal becomes a success", [f"UPDATE history SET outcome = 'refused' WHERE {ANSWER}"],
     "porte des colonnes qui ne sont pas ses mots"),
    ("an entry is moved to another demand",
     [f"UPDATE history SET request_id = (SELECT min(id) FROM requests) WHERE {ANSWER}"],
     "porte des colonnes qui ne sont pas ses mots"),
    ("an entry is hidden from its demand", [f"UPDATE history SET request_id = NULL WHERE {ANSWER}"],
     "porte des colonnes qui ne sont pas ses mots"),
    ("an entry is hidden from its person", [f"UPDATE history SET person_id = NULL WHERE {ANSWER}"],
     "porte des colonnes qui ne sont pas ses mots"),
    ("an entry is hidden from its network", [f"UPDATE history SET network_id = NULL WHERE {ANSWER}"],
     "porte des colonnes qui ne sont pas ses mots"),
    ("an entry is deleted", ["DELETE FROM history WHERE leaf = 255"], "l’inscription 255 a disparu"),
    ("the last entry is deleted", ["DELETE FROM history WHERE leaf = (SELECT max(leaf) FROM history)"],
     r"l’inscription \d+ a disparu"),
    ("an entry loses its number", ["UPDATE history SET leaf = NULL WHERE leaf = 40"], "l’inscription 40 a disparu"),
    ("two entries are swapped",
     ["UPDATE history SET leaf = -1 WHERE leaf = 100", "UPDATE history SET leaf = 100 WHERE leaf = 300",
      "UPDATE history SET leaf = 300 WHERE leaf = -1"],
     "l’inscription 100, .* n’est pas celle que le journal a scellée"),
    ("an entry is inserted with the next number",
     ["INSERT INTO history(id, at, action, outcome, payload, salt, commitment, leaf) SELECT 'forged', at, action, "
      "outcome, payload, salt, commitment, (SELECT size FROM journal_head) FROM history WHERE leaf = 7"],
     "1 inscriptions portent un numéro que l’arbre n’a pas"),
    ("a bit of a full tile is flipped", [("journal_tiles", "level = 0 AND number = 0", 4099)],
     "la tuile 0 du niveau 0 n’est pas la bonne"),
    ("a bit of a full bundle is flipped", [("journal_bundles", "number = 0", 43 * 200 + 20)],
     "l’inscription 200, .* n’est pas celle que|n’est pas celui que|la tuile 0 du niveau 0 n’est pas la bonne"),
    ("a bit of a bundle's lengths is flipped", [("journal_bundles", "number = 0", 43)],
     "le paquet d’inscriptions 0 manque ou est abîmé"),
    ("a bit of the last bundle is flipped", [("journal_head", "id = 1", 30, "bundle")],
     "la tête du journal n’est pas son bord|n’est pas celui que"),
    ("a bit of the head's edge is flipped", [("journal_head", "id = 1", 30, "edge")],
     "la tête du journal n’est pas son bord"),
    ("a full tile is gone", ["DELETE FROM journal_tiles WHERE level = 0 AND number = 0"],
     "la tuile 0 du niveau 0 n’est pas la bonne"),
    ("a full bundle is gone", ["DELETE FROM journal_bundles WHERE number = 0"],
     "le paquet d’inscriptions 0 manque ou est abîmé"),
    ("the head counts one entry less", ["UPDATE journal_head SET size = size - 1, signed_size = signed_size - 1"],
     "le journal est abîmé|la tête du journal"),
    ("the published checkpoint is of another size", ["UPDATE journal_head SET signed_size = signed_size - 1"],
     "le point de contrôle publié n’est pas de la taille signée"),
    ("the published checkpoint is gone", ["UPDATE journal_head SET checkpoint = NULL"],
     "le point de contrôle publié manque"),
    ("the published checkpoint says another size",
     ["UPDATE journal_head SET checkpoint = replace(checkpoint, x'0a' || size || x'0a', "
      "x'0a' || (size - 1) || x'0a')"],
     "n’est pas signé par une clé du journal"),
    ("the journal's key is another's",
     [f"UPDATE journal_keys SET verifier = '{FOREIGN_KEY}'"],
     "n’est pas signé par une clé du journal"),
    ("a key was added that nobody handed over to",
     [f"INSERT INTO journal_keys(position, verifier, since) VALUES (2, '{FOREIGN_KEY}', 300)"],
     "la clé 2 n’a pas reçu la main de la précédente"),
]

# Every entry is there, and something is missing or too much.
BESIDE = [
    ("an act is taken from its entry", [f"UPDATE history SET record = NULL WHERE {ANSWER}"]),
    ("an entry is inserted with a number below the first",
     ["INSERT INTO history(id, at, request_id, action, outcome, payload, salt, commitment, leaf) SELECT 'forged', at, "
      "request_id, 'request.view', outcome, payload, salt, commitment, -1 FROM history WHERE leaf = 200"]),
    ("a tile stands where the tree has none yet",
     ["INSERT INTO journal_tiles SELECT 0, 1, bytes FROM journal_tiles WHERE level = 0 AND number = 0"]),
]


def tamper(journal, statements):
    """Carries them out; a triple flips the lowest bit of a byte: table, where, place in `bytes` or in another column."""
    for statement in statements:
        if isinstance(statement, tuple):
            table, where, place, *column = statement
            column = column[0] if column else "bytes"
            content = bytearray(journal.change(f"SELECT {column} FROM {table} WHERE {where}")[0][0])
            content[place] ^= 1
            statement = (f"UPDATE {table} SET {column} = ? WHERE {where}", (bytes(content),))
        journal.change(statement)


def cut_back(journal):
    """A careful hand puts the journal back to its first 256 entries: a right tree, its right head, nothing signed."""
    nodes = [hash_ for (tile,) in journal.change("SELECT bytes FROM journal_tiles WHERE level = 0 AND number = 0")
             for hash_ in (tile[start:start + 32] for start in range(0, len(tile), 32))]
    while len(nodes) > 1:
        nodes = [hashlib.sha256(b"\1" + left + right).digest() for left, right in zip(nodes[::2], nodes[1::2])]
    journal.change(
        "DELETE FROM history WHERE leaf >= 256",
        ("UPDATE journal_head SET size = 256, edge = ?, bundle = x'', signed_size = 0, checkpoint = NULL", nodes))


ERASE = """
    UPDATE history SET payload = NULL, salt = NULL, record = NULL, request_id = NULL, network_id = NULL,
        person_id = NULL, action = 'erased', at = at - at % 60000
    """
