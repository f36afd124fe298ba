package rashomon.extract.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * A trained graph on ONNX Runtime. It runs one passage at a time and on the caller's thread, so
 * that nothing depends on what else is read. Threads share one.
 */
public final class Graph {

  private final OrtEnvironment environment;
  private final OrtSession session;

  private Graph(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /**
   * Reads a graph in ONNX.
   *
   * @throws OrtException where the bytes are no graph that ONNX Runtime can run here
   */
  public static Graph read(InputStream onnx) throws IOException, OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return new Graph(environment, environment.createSession(onnx.readAllBytes(), options));
    }
  }

  /** The first output for one passage: for each input, by name, a number for each piece. */
  public FloatBuffer run(Map<String, long[]> inputs) {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (Map.Entry<String, long[]> input : inputs.entrySet()) {
        long[] values = input.getValue();
        long[] shape = {1, values.length};
        tensors.put(
            input.getKey(), OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
      }
      try (Result result = session.run(tensors)) {
        return ((OnnxTensor) result.get(0)).getFloatBuffer();
      }
    } catch (OrtException broken) {
      throw new IllegalStateException("a trained model failed: " + broken.getMessage(), broken);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }
}
