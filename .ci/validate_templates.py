"""Checks templates with AWS's own rules: any error or warning fails."""

import sys

from cloudformation_validate import CompositeEngine, RuleFilterConfig, Severity, ValidateConfig

engine = CompositeEngine()
config = ValidateConfig(strict=True, severity_level=Severity.WARN, exclude=RuleFilterConfig(ids=[]))
found = 0
for path in sys.argv[1:]:
    for diagnostic in engine.validate_template(path, config).diagnostics:
        found += 1
        print(f"{path}:{diagnostic.start_line}: {diagnostic.rule_id} {diagnostic.message}")
print(f"cloudformation-validate: {len(sys.argv) - 1} templates, {found} findings")
sys.exit(1 if found or len(sys.argv) == 1 else 0)
