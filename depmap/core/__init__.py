"""The words of the domain: types, bilingual text, countries, reference lists, errors. Imports nothing above it."""
