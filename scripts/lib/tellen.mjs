// SPDX-License-Identifier: EUPL-1.2
// Counts what ran. A run that says nothing, or that fails without a failed test, is a failure.

/**
 * Adds up a vitest JSON report.
 * @param rapport the parsed report, or undefined when vitest left none
 * @param {number} code exit code of vitest
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function countVitest(rapport, code) {
  if (rapport === undefined) return { passed: 0, failed: 1, skipped: 0 };
  // A file that could not even be loaded has no tests in it, but it did fail.
  const stuk = rapport.testResults.filter(
    (b) => b.status === 'failed' && !b.assertionResults.some(isMislukt),
  ).length;
  const failed = rapport.numFailedTests + stuk;
  return {
    passed: rapport.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed, // an error outside any test
    skipped: rapport.numPendingTests + rapport.numTodoTests,
  };
}

function isMislukt(test) {
  return test.status === 'failed';
}

/** The closing line that machines read. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
