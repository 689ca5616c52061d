"""The input problems as rows of the page."""

from __future__ import annotations

from depmap.core.judgement import Analysis, SystemAnalysis
from reports.words.format import visible


def rows(analysis: Analysis, system: SystemAnalysis) -> list[dict[str, str]]:
    """Those of one system; those of the policy and of earlier decisions stand with the first."""
    language = analysis.run.language
    own = (*analysis.policy_issues, *analysis.decisions.issues) if system is analysis.systems[0] else ()
    return [
        {
            "severity": issue.severity.text[language],
            "key": issue.severity.value,
            "code": issue.code,
            "cell": visible(str(issue.cell)) if issue.cell else "–",
            "message": visible(issue.message[language]),
            "hint": visible(issue.hint[language]) if issue.hint else "",
        }
        for issue in (*own, *system.bom.issues)
    ]
