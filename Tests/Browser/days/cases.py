"""The demands of the first day: what is asked, and what the dermatologist will do with each."""
import dataclasses


@dataclasses.dataclass(frozen=True)
class Advice:
    """`orientation` and `gravity` are keys; `before` a delay of the page or a date; `phrase` a shortcut of one's own."""

    orientation: str
    text: str
    gravity: str = ""
    before: str = ""
    phrase: str = ""


@dataclasses.dataclass(frozen=True)
class Otherwise:
    """Not an opinion: a precision asked, a decline, another line."""

    word: str


@dataclasses.dataclass(frozen=True)
class Case:
    family: str
    question: str
    fate: Advice | Otherwise
    urgency: str = "routine"
    asker: str = "a doctor of Brest"

    @property
    def content(self):
        return {
            "patient.birthFamilyName": self.family, "patient.firstGivenName": "Yvonne", "patient.birthDate": "12/08/1958",
            "patient.sex": "female", "urgency": self.urgency, "form.suspicion": "tumour", "form.site": "face",
            "form.since": "months", "photographsImpossible": "Appareil en panne", "consent": "oui",
        }


PRECISION, DECLINE, ANOTHER_LINE = Otherwise("precision"), Otherwise("decline"), Otherwise("another line")
CALM = Advice("1", "Rien à retirer. Revoir si cela change.")
KERATOSIS = Advice("1", "", "n", phrase="ks")

BY_TELEPHONE = Case(
    "Essai-Portable", "Lésion du nez qui saigne : faut-il la retirer ?",
    Advice("4", "Aspect de carcinome : exérèse au cabinet.", "e", "7 jours"), asker="the doctor")
OF_THE_MORNING = Case(
    "Essai-Bruyere", "Plaie de la jambe qui ne guérit pas : faut-il une biopsie ?", CALM, asker="the morning nurse")
OF_THE_EVENING = Case(
    "Essai-Genet", "Plaque du cuir chevelu qui s’étend : que lui mettre ?", CALM, asker="the evening nurse")
MELANOMA = Case(
    "Essai-Alezan", "Tache noire du dos qui grandit depuis un mois ?",
    Advice("4", "Suspect : à voir demain, exérèse dans la foulée.", "k", "2026-12-03"), "urgent")
LIP = Case(
    "Essai-Levre", "Ulcération de la lèvre chez un fumeur : biopsie ici ou chez vous ?",
    Advice("3", "Biopsie au cabinet.", "e", "15 jours"), "priority")
EYE = Case("Essai-Oeil", "Lésion du bord de la cornée : à montrer vite ?", DECLINE, "priority")
BLISTERS = Case("Essai-Bulles", "Bulles tendues des deux bras depuis hier : quelle conduite ?", ANOTHER_LINE, "urgent")
FOOT = Case("Essai-Plante", "Tache de la plante du pied : à surveiller ?", PRECISION)
ACCENTED = Case("Kérézée-Essai", "Verrue ou carcinome épidermoïde du pouce ?", CALM)
BY_THE_JUNIOR = Case(
    "Essai-Cadet", "Angiome de la joue d’un nourrisson : faut-il un traitement ?",
    Advice("1", "Angiome immature peu étendu : surveiller, revoir à trois mois.", "n"))
TESTS = Case(
    "Essai-Bilan", "Prurit sans lésion depuis deux mois : quel bilan ?",
    Advice("2", "NFS, bilan hépatique et rénal, TSH, ferritine.", "u"))

# Written elsewhere than on these browsers, in the order of their sending.
BY_PRACTICES = [
    MELANOMA, BLISTERS, LIP, EYE, FOOT, ACCENTED, BY_THE_JUNIOR, TESTS,
    Case("Essai-Tempe", "Papule grise de la tempe depuis des années : kératose ?", KERATOSIS),
    Case("Essai-Nuque", "Plusieurs taches brunes de la nuque : les retirer ?", KERATOSIS),
    Case("Essai-Coude", "Nodule mou du coude, indolore : lipome ?", CALM),
    Case("Essai-Genou", "Plaque sèche du genou qui persiste : psoriasis ?", CALM),
    Case("Essai-Cheville", "Tache pigmentée de la cheville, stable : à revoir ?", CALM),
]
FIFTEEN = [OF_THE_MORNING, *BY_PRACTICES, BY_TELEPHONE]

# To the hospital's dermatologist, straight from her own sector.
OF_RENNES = Case(
    "Essai-Vilaine", "Nodule de l’oreille qui grossit : chirurgie ?",
    Advice("3", "À voir en consultation d’oncodermatologie.", "e", "1 mois"), asker="a doctor of Rennes")
