"""De bot: verstaan, het gesprek met Rasa, en de voordeur."""
