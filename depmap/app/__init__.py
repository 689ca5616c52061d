"""The top of the house: command line, settings, pipeline. The only part that knows reading, judging and reporting."""
