"""The conformance suite for plugins of oso-adapters: eisen, gevallen, certificate."""
