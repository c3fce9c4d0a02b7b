/** Loaded before a long-running tool with `--require`: ends it however its parent ended. */
process.on('disconnect', () => process.exit())
