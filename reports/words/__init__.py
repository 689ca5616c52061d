"""What the reports say, in words: names and numbers, grades, weeks, verdicts, sentences, first steps."""
