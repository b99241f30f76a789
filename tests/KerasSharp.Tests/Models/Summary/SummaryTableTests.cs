using KerasSharp.Models;
using KerasSharp.Models.Summary;

namespace KerasSharp.Tests.Models.Summary;

/// <summary>What the golden summaries do not ask of models that exist: connections, and arguments that do not fit.</summary>
public class SummaryTableTests
{
    [Fact]
    public void A_model_that_is_no_stack_shows_the_layers_before_each()
    {
        // Keras 2.15's own text of an LSTM with return_state, at 50 characters.
        var lines = new List<string>();
        new SummaryTable(lines.Add, line_length: 50, connections: true).Print("states",
        [
            new("sequence", "InputLayer", "[(None, 5, 3)]", "0", true, "[]", []),
            new("lstm", "LSTM", "[(None, 5, 4), (None, 4), (None, 4)]", "128", true, "['sequence[0][0]']", []),
            new("states", "Concatenate", "(None, 8)", "0", true, "['lstm[0][1]', 'lstm[0][2]']", []),
        ]);
        Assert.Equal(
            """
            Model: "states"
            __________________________________________________
             Layer (type)  Output Shape   Pa   Connected to   
                                          ra                  
                                          m                   
                                          #                   
            ==================================================
             sequence (In  [(None, 5, 3   0    []             
             putLayer)     )]                                 
                                                              
             lstm (LSTM)   [(None, 5, 4   12   ['sequence[0][0
                           ),             8    ]']            
                            (None, 4),                        
                            (None, 4)]                        
                                                              
             states (Conc  (None, 8)      0    ['lstm[0][1]', 
             atenate)                           'lstm[0][2]'] 
                                                              
            ==================================================
            """.ReplaceLineEndings("\n").Split('\n'),
            lines);
    }

    [Fact]
    public void Nested_layers_stand_between_bars_however_deep()
    {
        SummaryLayer inner = new("inner", "Sequential", "(None, 2)", "0", true, "", [new("flat", "Flatten", "(None, 2)", "0", true, "", [])]);
        var lines = new List<string>();
        new SummaryTable(lines.Add, line_length: 40, expand_nested: true).Print("deep", [new("outer", "Sequential", "(None, 2)", "0", true, "", [inner])]);
        var at = lines.FindIndex(line => line.StartsWith("|| flat", StringComparison.Ordinal));
        string Bar(int level) => new string('|', level) + new string('¯', 40 - (2 * level)) + new string('|', level);
        Assert.Equal(Bar(2), lines[at - 1]);
        Assert.Equal([Bar(1), Bar(0), new string('=', 40)], lines[^3..]);
        Assert.All(lines[5..^1], line => Assert.Equal(40, line.Length));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var model = keras.Sequential([keras.layers.Dense(2, input_shape: 3, name: "one")]);
        Assert.Equal(
            "layer_range must be a list or tuple of length 2. Received: layer_range = ['one'] of length 1",
            Assert.Throws<ValueError>(() => model.summary(layer_range: ["one"])).Message);
        Assert.Equal(
            "Passed layer_names do not match the layer names in the model. Received: ['one', 'two']",
            Assert.Throws<ValueError>(() => model.summary(layer_range: ["one", "two"])).Message);
        Assert.Contains("regular expressions. Received: '('", Assert.Throws<ValueError>(() => model.summary(layer_range: ["(", "one"])).Message, StringComparison.Ordinal);
        Assert.Contains("must hold 3 numbers", Assert.Throws<ValueError>(() => model.summary(positions: [0.5, 1.0])).Message, StringComparison.Ordinal);
        Assert.Contains("line_length=8", Assert.Throws<ValueError>(() => model.summary(line_length: 8)).Message, StringComparison.Ordinal);
        Assert.Contains("no room for \"Output Shape\"", Assert.Throws<ValueError>(() => model.summary(positions: [30, 30, 60])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unbuilt_model_has_no_summary() =>
        Assert.Equal(
            "This model has not yet been built. Build the model first by calling `build()` or by calling the model on a batch of data.",
            Assert.Throws<ValueError>(() => keras.Sequential([keras.layers.Dense(3)]).summary()).Message);
}
