"""Binnenkomen en weggaan: wachtwoord of OpenID Connect."""

from bot.deur.hulplijn.toegang.aanmelden import Aanmelden
from bot.deur.hulplijn.toegang.oidc import Oidc

__all__ = ["Aanmelden", "Oidc"]
