const { writeSync } = require('node:fs')

/** Ends every run with one line a machine can read: `N passed, N failed[, N skipped]`. */
class TallyReporter {
  onRunComplete(_contexts, results) {
    // A suite that could not even be loaded ran no test, yet something failed.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    const skipped = results.numPendingTests + results.numTodoTests
    const tail = skipped > 0 ? `, ${skipped} skipped` : ''
    const line = `\n${results.numPassedTests} passed, ${failed} failed${tail}\n`
    // Jest's own summary comes after every reporter; only at exit is this the last line.
    process.once('exit', () => writeSync(1, line))
  }
}

module.exports = TallyReporter
