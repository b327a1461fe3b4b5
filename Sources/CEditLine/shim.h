#ifndef KINORA_CEDITLINE_SHIM_H
#define KINORA_CEDITLINE_SHIM_H

#include <histedit.h>
#include <stddef.h>
#include <stdio.h>

// <wchar.h> hides it unless a feature macro was set before its first inclusion, which is not in our hands.
int wcwidth(wchar_t character);

// el_set, el_wset, el_get and history_w are C variadics, which Swift cannot call: one function for each option used.

// Where it draws, and where it says what is wrong with .editrc.
static inline int kinora_el_set_output(EditLine *el, FILE *output) {
    return el_set(el, EL_SETFP, 1, output) | el_set(el, EL_SETFP, 2, output);
}

static inline int kinora_el_set_terminal(EditLine *el, const char *name) {
    return el_set(el, EL_TERMINAL, name);
}

static inline int kinora_el_set_editor(EditLine *el, const char *mode) {
    return el_set(el, EL_EDITOR, mode);
}

// "emacs" or "vi"; the string is libedit's own.
static inline const char *kinora_el_get_editor(EditLine *el) {
    const char *mode = NULL;
    return el_get(el, EL_EDITOR, &mode) == 0 ? mode : NULL;
}

static inline int kinora_el_set_signal(EditLine *el, int flag) {
    return el_set(el, EL_SIGNAL, flag);
}

// Changes a mode the terminal has while a line is edited: "-isig".
static inline int kinora_el_set_mode(EditLine *el, const char *mode) {
    return el_set(el, EL_SETTY, "-d", mode, NULL);
}

static inline int kinora_el_bind(EditLine *el, const char *key, const char *function) {
    return el_set(el, EL_BIND, key, function, NULL);
}

static inline int kinora_el_add_function(
    EditLine *el, const char *name, const char *help, unsigned char (*function)(EditLine *, int)
) {
    return el_set(el, EL_ADDFN, name, help, function);
}

static inline int kinora_el_set_history(EditLine *el, HistoryW *history) {
    return el_wset(el, EL_HIST, history_w, history);
}

static inline int kinora_el_set_reader(EditLine *el, int (*read)(EditLine *, wchar_t *)) {
    return el_set(el, EL_GETCFN, read);
}

static inline int kinora_el_set_client_data(EditLine *el, void *data) {
    return el_set(el, EL_CLIENTDATA, data);
}

static inline void *kinora_el_get_client_data(EditLine *el) {
    void *data = NULL;
    return el_get(el, EL_CLIENTDATA, &data) == 0 ? data : NULL;
}

// 1: the terminal is made ready for editing; 0: it is as it was before.
static inline int kinora_el_prepare_terminal(EditLine *el, int flag) {
    return el_set(el, EL_PREP_TERM, flag);
}

static inline int kinora_history_set_size(HistoryW *history, int size) {
    HistEventW event;
    return history_w(history, &event, H_SETSIZE, size);
}

static inline int kinora_history_enter(HistoryW *history, const wchar_t *line) {
    HistEventW event;
    return history_w(history, &event, H_ENTER, line);
}

static inline int kinora_history_clear(HistoryW *history) {
    HistEventW event;
    return history_w(history, &event, H_CLEAR);
}

#endif
