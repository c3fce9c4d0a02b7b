/** Ends every run with one line a machine can read: `N passed, N failed[, N skipped]`. */
class TallyReporter {
  onRunComplete(_contexts, results) {
    // A suite that could not even be loaded ran no test, yet something failed.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    const skipped = results.numPendingTests + results.numTodoTests
    const tail = skipped > 0 ? `, ${skipped} skipped` : ''
    process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed${tail}\n`)
  }
}

module.exports = TallyReporter
