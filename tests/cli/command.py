"""What the tests of the command line share: the command, and a report to give it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

COMMAND = Path(sys.executable).with_name("council-reports")

Run = Callable[..., subprocess.CompletedProcess[str]]

REPORT = """\
Plymouth City Council

Date of meeting: 12 March 2026
Title of Report: Repairs to the Harbour Wall
Lead Member: Councillor Ann Example (Cabinet Member for Harbours)
Author: Ben Sample
Contact Email: ben.sample@plymouth.gov.uk
Your Reference: HW/26/1
Key Decision: No
Confidentiality: Part I - Official

Purpose of Report

The wall leaks. This report asks for its repair.

Recommendations and Reasons

1. That the Cabinet approves the repair of the harbour wall.
2. That the Director of Place lets the contract.

Financial Risks

There are none.
"""
