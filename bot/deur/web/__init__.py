"""De website: het webkanaal, pagina's met en zonder script, brieven, het eigen bestand, de widget, de stroom, de status."""

from bot.deur.web.bestand import EigenBestand
from bot.deur.web.brieven import Brieven
from bot.deur.web.bundel import Bundel
from bot.deur.web.paginas import Paginas
from bot.deur.web.status import Status
from bot.deur.web.stroom import Stroom
from bot.deur.web.web import Web
from bot.deur.web.zonder_script import ZonderScript, vet

__all__ = ["Brieven", "Bundel", "EigenBestand", "Paginas", "Status", "Stroom", "Web", "ZonderScript", "vet"]
