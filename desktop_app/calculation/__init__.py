"""The shared calculation model: a contract in, a statement of reasoned figures out.

It may import nothing but itself, pydantic_core (reads a contract file), msgspec (frozen values), dateutil (the
calendar) and idna (domain names): no clock, no disk, no language, no Qt. The one decision that shaped it: a figure *is* its
derivation (`step.Step`), so that screen, paper and terminal have no second explanation to keep in step with the first.
"""
