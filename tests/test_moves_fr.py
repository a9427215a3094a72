"""French moves: what grammar shows of context, value, asks and names, and what only looks like it."""

from __future__ import annotations

from functools import cache

import pytest

from voicelint.draft import Draft
from voicelint.library import Linter
from voicelint.script import whole
from voicelint.source import Source

NOTHING = ""


@cache
def linter() -> Linter:
    return Linter()


def read(text: str) -> Draft:
    source = Source(text)
    return linter().draft(source, whole(source), language="fr")


def kinds(text: str, move: str) -> set[str]:
    return {found.kind for found in read(text).cue_moves if found.move == move}


def words(text: str, move: str, kind: str) -> list[str]:
    return [text[m.span.start : m.span.end] for m in read(text).cue_moves if (m.move, m.kind) == (move, kind)]


CONTEXTS = [
    ("Sophie Martin m'a donné votre numéro.", "source"),
    ("Votre confrère Maître Lopez m'a suggéré de vous contacter.", "source"),
    ("C'est Monsieur Weiss, de la banque cantonale, qui m'a recommandé de vous appeler.", "source"),
    ("Je vous appelle de la part de Monsieur Durieux.", "source"),
    ("forem ma donné votre cv", "source"),
    ("J'ai trouvé ton profil sur LinkedIn.", "source"),
    ("J'ai eu votre ligne directe par l'accueil.", "source"),
    ("On s'est croisés au salon de Lille.", "encounter"),
    ("ON SEST PARLE JEUDI AU SALON", "encounter"),
    ("Je fais suite à notre échange de mardi dernier.", "encounter"),
    ("Je reviens vers vous suite au devis envoyé le 3 mai.", "encounter"),
    ("J'ai bien reçu votre demande de ce matin.", "encounter"),
    ("Vous avez téléchargé notre livre blanc la semaine dernière.", "encounter"),
    ("Je vous appelle au sujet de votre dossier A-118.", "encounter"),
    ("Votre rendez-vous du 12 mars est reporté au 15.", "encounter"),
    ("Les livres que vous avez empruntés devaient être rendus lundi.", "encounter"),
    ("J'ai vu que vous recrutiez trois commerciaux.", "trigger"),
    ("Je vois que vous avez douze avis sans réponse depuis l'été.", "trigger"),
    ("Félicitations pour l'ouverture de votre deuxième restaurant.", "trigger"),
    ("Je passe devant votre vitrine tous les matins.", "trigger"),
]


@pytest.mark.parametrize(("text", "kind"), CONTEXTS)
def test_context_is_found(text: str, kind: str) -> None:
    assert kind in kinds(f"Bonjour Madame Roche, Karim Belkacem, de Novatri. {text}", "context")


NO_CONTEXTS = [
    "Je vous appelle de la part de la société Novatri.",
    "Je vous appelle concernant votre contrat d'énergie.",
    "Je vous appelle au sujet de l'entretien de vos locaux.",
    "Je suis tombé sur votre nom.",
    "Votre nom est ressorti dans mes recherches.",
    "Je voulais savoir si vous aviez cinq minutes cette semaine.",
    "J'attends votre appel avec impatience.",
    "Je suis votre nouveau conseiller pour la région.",
    "Je tente de vous joindre depuis plusieurs jours.",
    "Je vous remercie par avance pour votre retour.",
    "Nous proposons une nouvelle offre aux artisans de Lyon.",
]


@pytest.mark.parametrize("text", NO_CONTEXTS)
def test_what_is_no_context(text: str) -> None:
    assert kinds(f"Bonjour Madame Roche, Karim Belkacem, de Novatri. {text}", "context") == set()


VALUES = [
    ("Nous pouvons réduire d'un tiers le coût de vos retours.", "concrete"),
    ("Vos magasins regagnent deux heures par jour, et vous évitez les heures supplémentaires.", "concrete"),
    ("Nos clients divisent par deux leur temps d'embauche.", "concrete"),
    ("Avec notre logiciel vous ne saisissez plus aucune facture à la main.", "concrete"),
    ("Je peux vous envoyer un audit gratuit de votre fiche.", "concrete"),
    ("Deux familles cherchent un appartement dans votre rue.", "concrete"),
    ("Vous perdez deux réservations par midi.", "concrete"),
    ("Vous pouvez toucher jusqu'à 4 000 euros d'aides.", "concrete"),
    ("Je peux réduire vos [charges] de [montant].", "concrete"),
    ("J'ai une offre exceptionnelle à vous proposer.", "vague"),
    ("Notre solution pourrait vous intéresser.", "vague"),
    ("Nous pourrions vous aider à optimiser vos performances.", "vague"),
    ("C'est gratuit.", "vague"),
    ("Vous pourriez bénéficier de nombreux avantages.", "vague"),
    ("N'hésitez pas à me rappeler.", NOTHING),
    ("Vous gagnez à nous connaître.", NOTHING),
    ("Nous cherchons à développer notre portefeuille.", NOTHING),
    ("Sans engagement, rappelez-moi quand vous êtes libre.", NOTHING),
    ("Nous créons des sites internet pour les artisans.", NOTHING),
    ("Pas besoin de rappeler.", NOTHING),
    ("Le déplacement au tribunal est repoussé de deux heures.", NOTHING),
]


@pytest.mark.parametrize(("text", "kind"), VALUES)
def test_value(text: str, kind: str) -> None:
    found = kinds(f"Bonjour Madame Roche. {text}", "value")
    assert ("concrete" if "concrete" in found else min(found, default=NOTHING)) == kind


ASKS = [
    "Rappelez-moi au 01 99 00 12 34.",
    "rapelez moi svp",
    "Merci de nous recontacter avant midi.",
    "Est-ce que vous pourriez m'envoyer les documents ?",
    "Passe-moi un coup de fil quand tu veux.",
    "Seriez-vous disponible jeudi ?",
    "Mon assistante recueillera votre réponse au 01 99 00 12 34.",
]
NO_ASKS = [
    "Je vous appelle au sujet de l'entretien de vos locaux.",
    "Je vous rappelle demain matin.",
    "Je vous envoie un courriel avec les détails.",
    "Je vous laisse mon numéro : 01 99 00 12 34.",
    "Cela vous dit quelque chose ?",
]


@pytest.mark.parametrize(("text", "asks"), [*((t, True) for t in ASKS), *((t, False) for t in NO_ASKS)])
def test_ask(text: str, asks: bool) -> None:
    assert bool(words(f"Bonjour Madame Roche. {text}", "ask", "")) is asks


NAMES = [
    ("Bonjour Madame Roche, c'est Karim Belkacem, de Novatri.", ["Karim Belkacem"], ["Novatri"]),
    ("Bonjour Monsieur Ramirez, Maître Suzanne Aubertin. Vous avez appelé.", ["Maître Suzanne Aubertin"], []),
    ("Bonjour Mélissa, Yacine du support Stockeo. Le ticket est clos.", ["Yacine"], ["Stockeo"]),
    ("Madame la Directrice, [Artificier], [Société]. Le tir est prêt.", ["[Artificier]"], ["[Société]"]),
    ("Bonjour Madame Roche, Karim Belkacem, Novatri.", ["Karim Belkacem"], ["Novatri"]),
    ("Bonjour [Nom], [Votre prénom] de [Votre agence].", ["[Votre prénom]"], ["[Votre agence]"]),
    ("Bonjour, ici le garage Moreau. Votre voiture est prête.", [], ["Moreau"]),
    ("Bonjour docteur, Hugo Lemaître, courtier, Accueil Plus.", ["Hugo Lemaître"], ["Accueil Plus"]),
    ("Bonjour Monsieur Petit, Transbaie à l'appareil.", ["Transbaie"], []),
    ("Bonjour, Madame Roche. Je vous rappelle demain.", [], []),
]


@pytest.mark.parametrize(("text", "caller", "company"), NAMES)
def test_identity(text: str, caller: list[str], company: list[str]) -> None:
    assert words(text, "identity", "caller") == caller
    assert words(text, "identity", "company") == company


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour Madame Roche. On s'est croisés au salon de Lille. Rappelez-moi.",
        "Bonjour Madame Roche. On s’est croisés au salon de Lille. Rappelez-moi.",
        "BONJOUR MADAME ROCHE ON S'EST CROISES AU SALON DE LILLE RAPPELEZ MOI",
        "bonjour madame roche on sest croise au salon de lille rappelez moi",
    ],
)
def test_rough_text_is_read_alike(text: str) -> None:
    assert kinds(text, "context") == {"encounter"}
    assert kinds(text, "ask") == {""}
