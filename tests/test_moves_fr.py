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


ASKS = [
    "Rappelez-moi au 01 99 00 12 34.",
    "rapelez moi svp",
    "Merci de nous recontacter avant midi.",
    "Est-ce que vous pourriez me transmettre les plans ?",
    "Passe-moi un coup de fil quand tu veux.",
    "Seriez-vous disponible jeudi ?",
    "Mon assistante recueillera votre réponse au 01 99 00 12 34.",
    "Merci de revenir vers moi quand vous aurez un instant.",
    "Si vous voulez voir ça, 01 99 00 12 34.",
    "Prenez contact avec notre étude.",
    "Appuyez sur la touche étoile.",
    "Vous savez où me trouver.",
    "Dites-le-moi simplement.",
    "Est-ce que jeudi à 14 h vous irait ?",
    "Passez nous voir au magasin.",
    "Vous n'avez plus qu'à signer.",
    "Merci d'apporter votre ordonnance.",
    "Choisissez une heure sur le lien.",
    "Auriez-vous l'amabilité de me rappeler ?",
    "On s'appelle demain ?",
    "Je vous garde la place ? 01 99 00 12 34.",
    "Réponse avant midi au 01 99 00 12 34.",
    "Pour un rendez-vous, 01 99 00 12 34.",
    "Vous me dites, 01 99 00 12 34.",
    "Si la date vous gêne, je suis au 01 99 00 12 34.",
    "Passe goûter le pain à la boutique.",
    "Ne vissez rien avant jeudi.",
    "Demandez Lucienne.",
    "Mon numéro : 01 99 00 12 34.",
    "Je reste joignable au 01 99 00 12 34.",
    "Je suis au 01 99 00 12 34.",
    "Préférez-vous mardi ou jeudi ?",
    "Pouvons-nous compter sur vous ?",
    "Est-ce que je peux passer voir le toit ?",
    "Vous êtes là jeudi ?",
    "Reprenez date quand vous voulez.",
    "01 99 00 12 34, jusqu'à midi.",
    "Je passe jeudi ?",
    "Je vous garde la table ?",
    "Mardi ou jeudi ?",
]
NO_ASKS = [
    "Je vous appelle pour le nettoyage de vos vitrines.",
    "Je vous rappelle demain matin.",
    "Je vous envoie un courriel avec les détails.",
    "Je vous laisse mon numéro : 01 99 00 12 34.",
    "Cela vous dit quelque chose ?",
    "Avez-vous cinq minutes ?",
    "Paul Aubin m'a conseillé de vous appeler.",
    "Pour répondre à votre question, oui, c'est compris.",
    "J'étais en rendez-vous quand vous avez appelé.",
    "Je suis passé chez vous mardi.",
    "Le car passe à six heures.",
    "Avez-vous vu la neige ? Quel hiver.",
    "Notre facteur passe la main en juin.",
    "Le contrat est prêt. 01 99 00 12 34.",
    "Je passe jeudi.",
    "Je vous garde la table.",
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
    ("Bonjour, ici le garage Moreau. Vos pneus sont montés.", [], ["Moreau"]),
    ("Bonjour docteur, Hugo Lemaître, courtier, Accueil Plus.", ["Hugo Lemaître"], ["Accueil Plus"]),
    ("Bonjour Monsieur Petit, Transbaie à l'appareil.", ["Transbaie"], []),
    ("Bonjour, Madame Roche. Je vous rappelle demain.", [], []),
    ("Bonjour Paul, c'est Isabelle, Agence des Remparts.", ["Isabelle"], ["Agence des Remparts"]),
    ("Bonjour, Slim, affréteur chez Rapid'Est. J'ai un camion.", ["Slim"], ["Rapid'Est"]),
    ("Bonjour, Inaya, Livrapid. On a reçu votre message.", ["Inaya"], ["Livrapid"]),
    ("Bonjour Tiago, garage Vasseur, Maëlle. Tu reviens ?", ["Maëlle"], ["Vasseur"]),
    ("Je cherche le gérant. Merci. Aurore Vidal, Copiplus.", ["Aurore Vidal"], ["Copiplus"]),
    ("bonjour seb de hosti votre certificat a expiré hier", ["seb"], ["hosti"]),
    ("Bonjour, je suis avec Assurances Corbel, mon nom est Tania Roussel.", ["Tania Roussel"], ["Assurances Corbel"]),
    ("Bonjour, monsieur Morel de la mairie de Trévoux.", ["Morel"], ["Trévoux"]),
    ("Bonjour @@prenom@@, c'est @@commercial@@ de @@societe@@.", ["@@commercial@@"], ["@@societe@@"]),
    ("Bonjour, ici Voltane, votre opérateur.", [], ["Voltane"]),
    ("Bonjour, Alice Roy, apicultrice à Sault.", ["Alice Roy"], []),
    ("Bonjour Monsieur Petit, Alice Roy, apicultrice à Sault.", ["Alice Roy"], []),
    ("Bonjour Monsieur Petit, Alice Roy, Rucholab à Sault.", ["Alice Roy"], ["Rucholab à Sault"]),
    ("Bonjour Monsieur Petit. Alice, horlogerie Roy. La montre est prête.", ["Alice"], ["horlogerie Roy"]),
    ("Bonjour, Alice, couvreuse. Votre toit fuit.", ["Alice"], []),
    ("Alice Roy, Rucholab, bonjour. Le miel est prêt.", ["Alice Roy"], ["Rucholab"]),
    ("Bonjour, les Ruchers de Sault. Le miel est prêt.", [], ["Ruchers de Sault"]),
    ("bonjour mme roche alice miel ventoux on livre demain", ["alice"], ["miel ventoux"]),
    ("bonjour alice ramonage votre poele est pret", ["alice"], ["ramonage"]),
    ("Bonjour Paul, c'est Laure, la maman de Zoé. À jeudi.", ["Laure"], []),
    ("Bonjour {prenom}, Alice. Prévenez-nous. Annulation : {tel}.", ["Alice"], []),
    ("Bonjour, Ruche & Cie. Le miel est prêt.", [], ["Ruche & Cie"]),
    ("Bonjour, Ruche & Cie, Alice. Le miel est prêt.", ["Alice"], ["Ruche & Cie"]),
    ("Bonjour, Rent'Ruche : le miel est prêt.", [], ["Rent'Ruche"]),
    ("Bonjour, La Ruchette. Le miel est prêt.", [], ["Ruchette"]),
    ("Bonjour Paul, c'est Alice, on s'est vus au Rucher.", ["Alice"], []),
    ("Bonjour Paul, Alice Roy, fiduciaire à Sault. À jeudi.", ["Alice Roy"], []),
    ("Bonjour Paul, c'est Ben, de la Ruchette.", ["Ben"], ["Ruchette"]),
    ("Bonjour {prenom}, {societe} vous rappelle votre visite.", [], ["{societe}"]),
    ("bonjour madame roy alice de rucholab le PDF est parti", ["alice"], ["rucholab"]),
    ("Bonjour, vous êtes bien chez Rucholab.", [], ["Rucholab"]),
    ("Bonjour Paul, Alice de rucholab, merci encore pour jeudi.", ["Alice"], []),
    ("Bonjour, je m'appelle [Opérateur]. Le miel est prêt.", ["[Opérateur]"], []),
    ("Bonjour, la Ruchette. Pour le miel, rappelez Alice au 01 99 00 12 12.", ["Alice"], ["Ruchette"]),
    ("Bonjour Paul, message pour Zoé. Alice Roy.", ["Alice Roy"], []),
    ("Bonjour Paul, de nouveau Alice. Le miel est prêt.", ["Alice"], []),
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
