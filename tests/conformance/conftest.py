"""Plugins to certify: the small one of these tests, the real one, and wrong ones made from it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import oso_conformance

HIER = Path(__file__).parent
SUITE = Path(oso_conformance.__file__).parent
sys.path.insert(0, str(HIER))

from mutanten import MUTANTEN  # noqa: E402 - the folder must be on the path first
