/** JMH benchmarks of the steps that a person waits for, over the demo's reports. No scores. */
@NullMarked
package rashomon.eval.bench;

import org.jspecify.annotations.NullMarked;
