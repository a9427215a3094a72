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
    ("C'est Monsieur Aubry qui a insisté pour que je vous appelle.", "source"),
    ("J'ai votre ligne par Sylvie, du club de tennis.", "source"),
    ("Votre profil LinkedIn m'a tapé dans l'œil.", "source"),
    ("Votre numéro est affiché sur la bâche du chantier.", "source"),
    ("Nous devions nous parler à quatorze heures.", "encounter"),
    ("Cela fait un moment que nous n'avons pas travaillé ensemble.", "encounter"),
    ("Le cours de piano de jeudi est annulé.", "encounter"),
    ("La facture F-12 n'a pas encore été réglée.", "encounter"),
    ("Vous n'avez pas encore renvoyé le contrat signé.", "encounter"),
    ("J'ai essayé de commander sur votre boutique et le bouton disparaît.", "trigger"),
    ("Je parcourais votre page tarifs ce matin.", "trigger"),
    ("Vos livreurs remplissent encore les bons au stylo.", "trigger"),
    ("Votre concurrent direct vient de fermer.", "trigger"),
    ("Le magasin d'en face ferme en mars.", "trigger"),
    ("Avec le recul, mon courrier du 4 est peut-être passé à la trappe.", "encounter"),
    ("Il me manque deux papiers pour boucler le prêt.", "encounter"),
    ("Une livraison vous attend au dépôt.", "encounter"),
    ("Je reviens vers vous avec le prix des volets.", "encounter"),
    ("Où en est votre réflexion ?", "encounter"),
    ("Votre siège auto fait l'objet d'un rappel.", "encounter"),
    ("L'immeuble est raccordé à la fibre.", "trigger"),
]


@pytest.mark.parametrize(("text", "kind"), CONTEXTS)
def test_context_is_found(text: str, kind: str) -> None:
    assert kind in kinds(f"Bonjour Madame Roche, Karim Belkacem, de Novatri. {text}", "context")


NO_CONTEXTS = [
    "Je vous appelle de la part de la société Novatri.",
    "Je vous appelle concernant votre contrat d'énergie.",
    "Je vous appelle pour le nettoyage de vos vitrines.",
    "Je suis tombé sur votre nom.",
    "Votre nom est ressorti dans mes recherches.",
    "Je voulais savoir si vous aviez cinq minutes cette semaine.",
    "J'attends votre appel avec impatience.",
    "Je suis votre nouveau conseiller pour la région.",
    "Je tente de vous joindre depuis plusieurs jours.",
    "Je vous remercie par avance pour votre retour.",
    "Nous proposons une nouvelle offre aux artisans de Lyon.",
    "Je fais suite à mes appels restés sans réponse.",
    "Votre parcours a retenu toute notre attention.",
    "J'ai essayé de vous joindre plusieurs fois.",
    "Nous avons conçu un service pour votre métier.",
    "Vous cherchez peut-être un prestataire fiable.",
    "Je pense qu'on devrait se parler.",
    "Votre concurrent Lacaze a doublé ses ventes.",
    "On vient d'ouvrir une agence à Nantes.",
    "Notre client Verdier vient de signer pour trois ans.",
    "Est-ce que vos factures sont encore tapées à la main ?",
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
    ("Nos utilisateurs bouclent le mois le 3 au lieu du 12.", "concrete"),
    ("Chez nos confrères, la cadre passait six heures sur son tableau, elle en passe une.", "concrete"),
    ("Plus personne ne retape les bons le soir.", "concrete"),
    ("Je vous ai mis de côté deux exemplaires.", "concrete"),
    ("Je les enlève et je vous les paie deux euros pièce.", "concrete"),
    ("Le taux passe de 4,2 à 3,1.", "concrete"),
    ("Gagnez [nombre] heures par semaine.", "concrete"),
    ("J'ai une excellente nouvelle pour vous.", "vague"),
    ("Vous avez tout intérêt à me rappeler.", "vague"),
    ("Il y a un souci sur votre page et je sais comment le corriger.", "vague"),
    ("Appelez gratuitement le 01 99 00 12 34.", NOTHING),
    ("Évitez de prendre la voiture.", NOTHING),
    ("Afin d'éviter des poursuites, réglez avant vendredi.", NOTHING),
    ("Le rendez-vous est avancé à 9 h au lieu de 10 h.", NOTHING),
    ("Contactez-nous au moins 24 heures à l'avance.", NOTHING),
    ("Nous recherchons de nouveaux clients.", NOTHING),
    ("Chaque appel manqué, c'est une table vide.", "concrete"),
    ("Cela vous ferait gagner un temps précieux.", "vague"),
    ("On vous avance l'argent en attendant.", "concrete"),
    ("Ça ferait entrer douze demandes par mois.", "concrete"),
    ("Avez-vous déjà bénéficié des aides ?", "vague"),
    ("On refait la verrière en quatre jours.", "concrete"),
    ("Je vous le présente en dix minutes quand vous voulez.", NOTHING),
    ("C'est votre troisième relance en deux mois.", NOTHING),
    ("Les annonces partent en moyenne au bout de neuf jours.", "concrete"),
    ("Le taux tombe à 2 %.", "concrete"),
    ("L'acompte de 30 % se règle à la commande.", NOTHING),
    ("Deux mois sans mensualité pour les nouveaux.", "concrete"),
    ("Voilà trois semaines sans nouvelles de vous.", NOTHING),
    ("On change le vitrage sans fermer la boutique.", "concrete"),
    ("La deuxième visite ne vous sera pas facturée.", "concrete"),
    ("Votre facture n'est pas payée.", NOTHING),
    ("On peut l'étaler sur six mois.", "concrete"),
    ("Nous finançons la cuve et le raccordement.", "concrete"),
    ("La première tonne est pour nous.", "concrete"),
    ("C'est pour nous un grand moment.", NOTHING),
    ("Vous avez 180 euros à récupérer.", "concrete"),
    ("Il vous reste 180 euros à verser.", NOTHING),
    ("Je reconduis votre forfait aux mêmes conditions.", "concrete"),
    ("Plus besoin de recopier les bons.", "concrete"),
    ("Nous n'avons plus besoin de votre signature.", NOTHING),
    ("Deux clientes le prendraient tout de suite.", "concrete"),
    ("C'est quatre jours par semaine, et le bac est fourni.", "concrete"),
    ("Notre accueil ouvre sept jours par semaine.", NOTHING),
    ("La banque accepte votre dossier.", "concrete"),
    ("Comme ça vous gardez votre équipe.", "concrete"),
    ("Un joint neuf suffit à régler la fuite.", "concrete"),
    ("Il vous suffit de passer à l'accueil.", NOTHING),
    ("Et si vous étiez enfin chez vous ?", "vague"),
    ("Vous dormirez tranquille.", "vague"),
    ("Donnez un coup de jeune à vos bureaux.", "vague"),
    ("Vos voisins vous diront merci.", "vague"),
    ("Je vous dis merci et à bientôt.", NOTHING),
    ("Mettez toutes les chances de votre côté.", "vague"),
    ("Notre méthode porte vos équipes vers de nouveaux sommets.", "vague"),
    ("C'est un vrai plaisir de vous écouter.", NOTHING),
    ("Mieux vaut s'y prendre maintenant, c'est le moment.", "vague"),
    ("C'est le moment de renouveler votre carte.", NOTHING),
    ("Il me manque un papier pour aller plus loin.", NOTHING),
    ("Le prix du bois a doublé.", NOTHING),
    ("Notre ambition est de doubler d'ici cinq ans.", NOTHING),
    ("Je ne prends plus de nouveaux clients avant mars.", NOTHING),
    ("Dites-moi si je vous garde la table.", NOTHING),
    ("Votre abonnement se renouvelle tout seul en juin.", NOTHING),
    ("Personne n'a décroché, je me suis déplacé pour rien.", NOTHING),
    ("Je travaille à l'agence d'épargne de Dole.", NOTHING),
    ("On fait une petite enquête sur le quartier.", NOTHING),
    ("Auriez-vous une minute, ou vous auriez peut-être un créneau à midi ?", NOTHING),
    ("Deux clients veulent vous parler.", NOTHING),
    ("Un mot suffit à me rassurer.", NOTHING),
    ("Pour que vous puissiez entrer, le code est affiché.", NOTHING),
    ("Votre technicien repart avec la pièce.", NOTHING),
    ("Les stagiaires repartent avec leur certificat.", "concrete"),
    ("Finies les relances du dimanche soir.", "concrete"),
    ("La pose sera finie la semaine prochaine.", NOTHING),
    ("Plus un seul rendez-vous oublié.", "concrete"),
    ("Je n'ai plus aucune nouvelle de votre part.", NOTHING),
    ("Les cavistes qui s'y mettent gagnent leur samedi.", "concrete"),
    ("Pas un bulletin à ressaisir.", "concrete"),
    ("À la première gelée, le compteur éclate.", "concrete"),
    ("Je vous retire dix euros par palette.", "concrete"),
    ("On reprend les vieux vélos et on paie comptant.", "concrete"),
    ("Mon associé a payé l'acompte de 300 euros.", NOTHING),
    ("Personne ne vous demandera de monter à l'échelle.", "concrete"),
    ("Personne ne vous a rappelé, je m'en excuse.", NOTHING),
    ("Sans travaux et sans commission.", "concrete"),
    ("On vous le pose gratos.", "concrete"),
    ("Votre compte est recrédité depuis hier.", "concrete"),
    ("Le docteur Weil est remplacé demain par sa consœur.", NOTHING),
    ("Je peux vous envoyer l'enregistrement.", "concrete"),
    ("Je vous montre où part la chaleur.", "concrete"),
    ("On remplit le dossier et vous signez.", "concrete"),
    ("Merci de remplir le dossier avant lundi.", NOTHING),
    ("Je vous montre notre nouvelle gamme.", NOTHING),
    ("Les trois premiers mois sans loyer, au même tarif ensuite.", "concrete"),
    ("Trois semaines sans réponse de votre part.", NOTHING),
    ("Offrez-vous une pause.", "vague"),
    ("Si certains points méritent d'être éclaircis, je suis là.", NOTHING),
    ("Ça change la vie.", "vague"),
    ("Nous aidons les cavistes.", "vague"),
    ("Nous aidons les enfants malades.", NOTHING),
    ("De quoi vous concentrer sur vos élèves.", "vague"),
    ("Je suis persuadé que cela vous servirait.", "vague"),
    ("C'est un vrai coup de main.", "vague"),
    ("C'est un vrai plaisir de vous entendre.", NOTHING),
    ("Nous pourrions vous trouver mieux que ça.", "vague"),
    ("Reprenez la main.", "vague"),
    ("Retrouvez vos résultats sur le site.", NOTHING),
    ("Votre essai gratuit se termine vendredi.", NOTHING),
    ("Je vous garde le créneau de 15 h jusqu'à ce soir.", NOTHING),
    ("Vous n'êtes pas sans savoir que la loi change en juin.", NOTHING),
    ("Vous auriez peut-être deux minutes demain ?", NOTHING),
    ("Je me demandais comment vous gérez les congés de l'équipe.", NOTHING),
    ("Vous ne serez plus contacté.", NOTHING),
    ("Nous avons gagné deux concours l'an passé.", NOTHING),
    ("L'alarme s'est déclenchée toute seule cette nuit.", NOTHING),
    ("Votre visite est fixée au 4 mai pour 90 euros.", NOTHING),
    ("Au printemps, c'est le moment de penser aux semis.", NOTHING),
]


@pytest.mark.parametrize(("text", "kind"), VALUES)
def test_value(text: str, kind: str) -> None:
    found = kinds(f"Bonjour Madame Roche. {text}", "value")
    assert ("concrete" if "concrete" in found else min(found, default=NOTHING)) == kind


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
