"""The reader's model: ONNX sessions, word pieces, weights and their cards."""
