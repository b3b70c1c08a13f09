"""What the frame of every page needs: the office's name and the places the role may go to."""


def frame(request):
    return {}
