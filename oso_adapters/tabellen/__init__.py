"""Tables and dossiers that follow from the declarations."""
