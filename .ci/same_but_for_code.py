"""Compares the template on standard input, which names the code of functions, with a committed one, which has parameters for it."""

import json
import sys


def without_code(template):
    functions = [r for r in template["Resources"].values() if r["Type"] == "AWS::Lambda::Function"]
    assert functions, "there is no function"
    for function in functions:
        del function["Properties"]["Code"]
    parameters = template.pop("Parameters", {})
    assert all(name.endswith("CodeKey") for name in parameters), parameters
    return template


given = without_code(json.load(sys.stdin))
with open(sys.argv[1]) as file:
    committed = without_code(json.load(file))
sys.exit(None if given == committed else f"{sys.argv[1]} is not what the cdk command line gets")
