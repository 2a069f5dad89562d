"""Leren en meten: maakt models/verstaan.npz uit data/nlu. Alleen hier wordt scikit-learn geladen."""
