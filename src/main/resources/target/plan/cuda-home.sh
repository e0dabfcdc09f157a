if nvcc=$(command -v nvcc); then
  CUDA_HOME=${CUDA_HOME:-${nvcc%/bin/nvcc}}
else
  CUDA_HOME=${CUDA_HOME:-/usr/local/cuda}
fi
export CUDA_HOME
export PATH="$CUDA_HOME/bin:$PATH"
