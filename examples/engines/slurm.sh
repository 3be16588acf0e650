#!/bin/sh
# Slurm: a task of a job array for each part of IN, which lies where all nodes see it, as does OUT.
#
#   mkdir OUT.parts
#   sbatch --array=1-64 --requeue examples/engines/slurm.sh PATH/TO/engines IN OUT
#   sbatch --dependency=afterok:JOB --wrap='PATH/TO/engines/join.sh 64 IN OUT'
#
# Slurm runs a copy of this file, so it is told where the others are. A task whose node dies is put
# in the queue again; a part that is there is not done twice.
set -eu
exec "$1/part.sh" "$SLURM_ARRAY_TASK_ID" "$SLURM_ARRAY_TASK_COUNT" "$2" "$3.parts"
