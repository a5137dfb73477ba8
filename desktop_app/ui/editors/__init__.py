"""Controls for one value each: they show what a draft holds, and emit what was typed; they know neither draft nor session."""
