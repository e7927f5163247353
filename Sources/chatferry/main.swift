print("chatferry")
