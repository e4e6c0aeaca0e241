-- Read what a look-up needs by the index that has it, and nothing of records that cannot be meant.
SELECT 1;
