"""Why a backup or a restore was refused."""


class BackupError(Exception):
    """One Vietnamese sentence that says what is wrong and what to do; nothing was changed."""

    def __init__(self, sentence):
        super().__init__(str(sentence))
        self.sentence = str(sentence)
